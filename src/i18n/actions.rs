//! The English texts of the action picker, which `english` adds to its table.

macro_rules! with_action_words {
    ($next:ident $words:ident $($before:tt)*) => { $next! { $words $($before)*
        ActionsLabel "actions.label" "Actions"
        ActionsHint "actions.hint" "What StackOne can do in accounts connected with this profile."
        ActionsAll "actions.all" "All actions"
        ActionsKept "actions.kept" "Keep current actions"
        ActionsSome "actions.some" "Selected actions only"
        ActionsReadOnly "actions.read-only" "Read only"
        ActionsReadAndWrite "actions.read-and-write" "Read and write"
        ActionsEverything "actions.everything" "Everything"
        ActionsPresets "actions.presets" "Usual selections"
        ActionsSelected "actions.chosen" "{count} selected"
        ActionsClear "actions.clear" "Clear selection"
        ActionsRead "actions.read" "Load actions"
        ActionsStop "actions.stop" "Stop"
        ActionsSearch "actions.search" "Search actions"
        ActionsObject "actions.object" "Object"
        ActionsVerbRead "actions.verb.read" "Read"
        ActionsVerbCreate "actions.verb.create" "Create"
        ActionsVerbUpdate "actions.verb.update" "Update"
        ActionsVerbDelete "actions.verb.delete" "Delete"
        ActionsNoMatch "actions.no-match" "No actions match “{search}”."
        ActionsType "actions.type" "Enter IDs instead"
        ActionsIds "actions.ids" "Action IDs, such as salesforce_get_contact"
        LeastBody "actions.least" "These actions need ⟦{scopes}⟧."
        LeastLacks "actions.least.lacks" "Add ⟦{scope}⟧, or {count} of these actions won’t work."
        LeastSpare "actions.least.spare" "Not needed for these actions: ⟦{scopes}⟧."
        LeastTake "actions.least.take" "Use only these scopes"
        LeastTaken "actions.least.taken" "Scopes updated. These actions need only ⟦{scopes}⟧."
        LeastUndo "actions.least.undo" "Undo"
    } };
}
