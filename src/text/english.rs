//! English, the source of all wording. Short, plain, active; says what to do next; blames nobody.

macro_rules! words {
    ($($key:ident $name:literal $words:literal)*) => {
        /// What is said where.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the English words beside each key say what it is")]
        pub enum Key { $($key,)* }

        /// Every key.
        pub const ALL: &[Key] = &[$(Key::$key,)*];

        /// Name and words of each, a line a key. One text instead of a table of texts: half its size was addresses.
        const TABLE: &str = concat!($($name, "\t", $words, "\n",)*);
    };
}

impl Key {
    /// The key of that name.
    pub fn named(name: &str) -> Option<Self> {
        ALL.iter().copied().find(|key| key.name() == name)
    }

    /// Its name, under which a host page replaces its words.
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// Its English words.
    pub fn english(self) -> &'static str {
        self.row().1
    }

    fn row(self) -> (&'static str, &'static str) {
        TABLE.split('\n').nth(self as usize).and_then(|row| row.split_once('\t')).unwrap_or_default()
    }
}

with_guide_words! { words
    Title "title" "Salesforce connector profile"
    Intro "intro" "From your External Client App: ⟦Settings › OAuth Settings › Consumer Key and Secret⟧."
    FromSalesforce "section.salesforce" "From Salesforce"
    InStackOne "section.stackone" "In StackOne"

    NameLabel "name.label" "Profile name"
    NameHint "name.hint" "Blank becomes “{name}”."
    ClientIdLabel "clientId.label" "Client ID"
    ClientIdAside "clientId.aside" "Consumer Key"
    ClientIdHint "clientId.hint" "Begins with 3MVG9 in most apps."
    ClientSecretLabel "clientSecret.label" "Client Secret"
    ClientSecretAside "clientSecret.aside" "Consumer Secret"
    ClientSecretHint "clientSecret.hint" "Kept in memory only. Sent once, to StackOne."
    ScopesLabel "scopes.label" "OAuth Scopes"
    ScopesHint "scopes.hint" "Blank means {scopes}."
    ScopesTidied "scopes.tidied" "Scopes that will be sent"
    ScopeCustom "scopes.custom" "{name} · custom?"
    ScopeMalformed "scopes.malformed" "{name} · no scope"
    EnvironmentLabel "environment.label" "Environment"
    EnvironmentHint "environment.hint" "A Developer Edition org or a Trailhead playground is ⟦Production⟧."
    Production "environment.production" "Production"
    ProductionHint "environment.production.hint" "{host} · also Developer Edition"
    Sandbox "environment.sandbox" "Sandbox"
    SandboxHint "environment.sandbox.hint" "{host} · a copy of your org"
    MyDomainLabel "myDomain.label" "My Domain"
    MyDomainOpen "myDomain.open" "My org uses its own login address"
    MyDomainHint "myDomain.hint" "Paste the address of any page of your org. It only changes the authorization URL."
    ApiKeyLabel "apiKey.label" "StackOne API key"
    ApiKeyHint "apiKey.hint" "StackOne › ⟦API Keys⟧. Kept in memory until you leave this page."
    ApiKeyForget "apiKey.forget" "Forget key"
    Optional "optional" "optional"
    Show "show" "Show"
    Hide "hide" "Hide"
    ShowSecret "show.label" "Show {field}"
    HideSecret "hide.label" "Hide {field}"

    UrlLabel "url.label" "Authorization URL"
    UrlEmpty "url.empty" "Appears when Client ID and scopes are right."
    UrlHint "url.hint" "Where a user of your org will allow the app. Your secret is not in it."
    Copy "copy" "Copy"
    CopyOf "copy.label" "Copy {what}"
    Copied "copy.done" "Copied"
    CopyImpossible "copy.impossible" "This browser does not allow copying here. The text is selected: press Ctrl+C, or ⌘C on a Mac."

    Create "create" "Create profile"
    Save "save" "Save changes"
    Cancel "cancel" "Cancel"
    EditTitle "edit.title" "Change “{name}”"
    EditIntro "edit.intro" "What you leave blank stays as it is."
    EditKeys "edit.keys" "StackOne keeps key and secret, and never shows them."
    EditReplace "edit.replace" "Replace key or secret"
    EditDefault "edit.default" "Default for Salesforce"
    EditDefaultNote "edit.default.note" "“{name}” is the default now and would no longer be."
    EditEnabled "edit.enabled" "Enabled"
    EditEnabledNote "edit.enabled.note" "Linked accounts become inactive while the profile is disabled."
    Changes "edit.changes" "What changes"
    ChangesNone "edit.changes.none" "nothing yet"
    Change "edit.change" "{before} → {after}"
    ChangesNew "edit.changes.new" "replaced"
    On "edit.on" "yes"
    Off "edit.off" "no"
    Profiles "profiles" "Profiles in StackOne"
    ProfilesOpen "profiles.open" "Existing profiles"
    ProfilesRead "profiles.read" "Show the profiles"
    ProfilesReading "profiles.reading" "Reading…"
    ProfilesSearch "profiles.search" "Search by name"
    ProfilesCount "profiles.count" "{count} of {all} shown"
    ProfilesNone "profiles.none" "Your project has no Salesforce profile yet. Set one up."
    ProfilesChange "profiles.change" "Change"
    ProfilesDuplicate "profiles.duplicate" "Duplicate for Sandbox"
    ProfilesNew "profiles.new" "Set up a new profile"
    ProfilesGone "profiles.gone" "StackOne lists no Salesforce profile {id}. Check the address, or choose one below."
    ProfileDefault "profiles.default" "default"
    ProfileDisabled "profiles.disabled" "disabled"
    ProfilePinned "profiles.pinned" "pinned to {version}"
    EditKept "edit.kept" "Blank keeps the one that StackOne has."
    Saving "save.sending" "Saving the changes …"
    SavedTitle "save.done" "The changes are saved"
    SavedBody "save.done.body" "StackOne uses them at once. The client secret was wiped from this page."
    Checking "create.checking" "Reading existing profiles …"
    Creating "create.sending" "Creating the profile …"
    Comparing "create.comparing" "Looking whether it was created …"
    Summary "summary.one" "One field needs another look"
    SummaryMany "summary.many" "{count} fields need another look"

    DoneTitle "done.title" "The profile is ready"
    DoneBody "done.body" "It stands in StackOne and can be used at once. The client secret was wiped from this page."
    DoneCompared "done.compared" "The answer got lost on the way, but the profile is in StackOne’s list. The client secret was wiped from this page."
    DoneName "done.name" "Name"
    DoneId "done.id" "Profile ID"
    DoneEnvironment "done.environment" "Environment"
    DoneWhen "done.when" "Created"
    DoneAnother "done.another" "Create another"

    SwapKeys "mend.swap" "Swap the two"
    AddRefresh "mend.refresh" "Add it"
    UseTidied "mend.tidied" "Use the tidied list"
    RemoveSpaces "mend.spaces" "Remove the spaces"
    UseSandbox "mend.sandbox" "Switch to Sandbox"
    UseProduction "mend.production" "Switch to Production"
    UseHost "mend.host" "Write it that way"
    ClearDomain "mend.clear" "Leave it empty"

    RequiredId "issue.clientId.required" "Paste the ⟦Consumer Key⟧ here."
    RequiredSecret "issue.clientSecret.required" "Paste the ⟦Consumer Secret⟧ here."
    RequiredEnvironment "issue.environment.required" "Choose where your org signs in."
    RequiredApiKey "issue.apiKey.required" "Paste an API key of your StackOne project here."
    TooShort "issue.too-short" "This is too short. Copy the whole value again, with the copy button in Salesforce."
    TooLong "issue.too-long" "This is longer than 256 characters. Copy only the value itself."
    NameTooLong "issue.name.too-long" "This is longer than 255 characters. Choose a shorter name."
    WhitespaceInside "issue.whitespace-inside" "There is a space or line break inside. Copy the value again in one piece."
    InvalidCharacter "issue.invalid-character" "There is a character in it that Salesforce never uses here. Copy the value again, without quotes."
    NameCharacter "issue.name.invalid-character" "There is a line break or control character in it. Type the name in one line."
    LooksLikeSecret "issue.looks-like-secret" "This looks like the ⟦Consumer Secret⟧. The key begins with 3MVG9."
    LooksLikeClientId "issue.looks-like-client-id" "This looks like the ⟦Consumer Key⟧. The secret stands below it in Salesforce."
    LooksLikeAccess "issue.looks-like-access-token" "This looks like an access token. Copy the value under ⟦Consumer Key and Secret⟧ instead."
    LooksLikeRefresh "issue.looks-like-refresh-token" "This looks like a refresh token. Copy the value under ⟦Consumer Key and Secret⟧ instead."
    LooksLikeUrl "issue.looks-like-url" "This looks like a web address. Copy the value under ⟦Consumer Key and Secret⟧ instead."
    LooksLikeEmail "issue.looks-like-email" "This looks like an e-mail address or user name. Copy the value under ⟦Consumer Key and Secret⟧ instead."
    Masked "issue.masked" "These are only the dots that hide the secret. Show the secret in Salesforce first, then copy it."
    SameAsClientId "issue.same-as-client-id" "This is the Client ID again. The secret stands below the key in Salesforce."
    UnusualId "issue.clientId.unusual-format" "Most keys begin with 3MVG9 and have 85 characters. Fine if yours was set by hand; else copy it again."
    UnusualSecret "issue.clientSecret.unusual-format" "Most secrets have 64 digits and capital letters from A to F. Fine if yours was set by hand; else copy it again."
    UnusualApiKey "issue.apiKey.unusual-format" "Most keys begin with v1. and a region, such as v1.eu1. Check that this is an API key of StackOne."
    MissingRefresh "issue.missing-refresh-scope" "Add ⟦refresh_token⟧: without it Salesforce issues no refresh token and the connection fails."
    MalformedScope "issue.malformed-scope" "“{about}” is not the name of a scope. Use names such as api, with a space between."
    UnknownScope "issue.unknown-scope" "Salesforce does not list “{about}”. Fine if it is a custom scope of your org; else check the spelling."
    Normalised "issue.normalised" "We will send the tidied list that stands below the field."
    UnknownEnvironment "issue.unknown-environment" "Choose Production or Sandbox."
    NotHttps "issue.not-https" "The address must begin with https://."
    HasUserinfo "issue.has-userinfo" "There is a user name in the address. Leave out everything up to the @."
    HasPort "issue.has-port" "There is a port in the address. Leave out the colon and the number."
    MalformedHost "issue.malformed-host" "This is not a whole address. It looks like yourname.my.salesforce.com."
    NotSalesforceHost "issue.not-salesforce-host" "This is not a login address of Salesforce. It ends in .my.salesforce.com."
    GenericHost "issue.generic-host" "Everybody can sign in there, so it is no My Domain. Leave the field empty to use it."
    InstanceHost "issue.instance-host" "This is an old address of a server. Find yours in Setup under ⟦My Domain⟧."
    ExperienceCloudHost "issue.experience-cloud-host" "This is a site for your customers. Find the login address in Setup under ⟦My Domain⟧."
    EnvironmentMismatch "issue.environment-mismatch" "This address belongs to the other environment."
    RewrittenHost "issue.rewritten-host" "That was the address of a page. The same org signs in at {about}."
    UnknownPartition "issue.unknown-partition" "We do not know this kind of address. Check that it opens your login page."
    LegacyHost "issue.legacy-host" "This is an older form of sandbox address. If it no longer opens, look in Setup under ⟦My Domain⟧."
    DuplicateName "issue.duplicate-name" "A profile of this name exists. You can still create a second one."
    EmptySelection "issue.empty-selection" "Choose at least one action, or all."
    UnknownAction "issue.unknown-action" "StackOne does not offer “{about}”."

    InvalidDraft "failure.invalid-draft" "Some fields need another look."
    Unauthorized "failure.unauthorized" "StackOne does not accept this API key"
    UnauthorizedBody "failure.unauthorized.body" "It is wrong, disabled, or of another project. Copy it again in StackOne under ⟦API Keys⟧."
    UnauthorizedHost "failure.unauthorized.host" "StackOne does not accept the authorization that this page sends. Ask the people who run it."
    NoAuthorization "failure.unauthorized.none" "This page could not get its authorization for StackOne. Nothing was sent. Try again, or ask the people who run it."
    Forbidden "failure.forbidden" "StackOne refuses this request"
    ForbiddenBody "failure.forbidden.body" "The API key lacks the scope ⟦Platform API write⟧, or a filter on the way stopped the request. Use another key, or ask the owner of the StackOne project."
    NotOffered "failure.not-offered" "This address does not take the request"
    NotOfferedBody "failure.not-offered.body" "StackOne, or the proxy before it, does not know {url}. Check the address in the configuration, send the request below yourself, or create the profile in StackOne’s dashboard."
    Conflict "failure.conflict" "A profile like this exists"
    ConflictBody "failure.conflict.body" "StackOne did not create another one. Edit the one that exists, or use another name."
    EditIt "failure.conflict.edit" "Edit it"
    Bundle "failure.bundle" "For StackOne’s support, without secrets"
    Meanwhile "failure.meanwhile" "Somebody changed this profile meanwhile"
    MeanwhileBody "failure.meanwhile.body" "Nothing was saved. Compare both and choose: first with your changes, then as it is now."
    MeanwhileGone "failure.meanwhile.gone" "StackOne lists it no more. Go back to the profiles."
    SaveMine "failure.meanwhile.mine" "Save my changes"
    TakeTheirs "failure.meanwhile.theirs" "Leave it like this"
    UseAnotherName "failure.conflict.name" "Use another name"
    Rejected "failure.rejected" "StackOne does not take these values"
    RejectedBody "failure.rejected.body" "It gave no reason. Compare every field with Salesforce, then try again."
    RejectedField "failure.rejected.field" "StackOne says: {words}"
    RateLimited "failure.rate-limited" "StackOne asks for a pause"
    RateLimitedBody "failure.rate-limited.body" "Too many requests came at once. Nothing was created."
    RateLimitedWait "failure.rate-limited.wait" "You can try again in {seconds} seconds."
    RateLimitedReady "failure.rate-limited.ready" "You can try again now."
    Unknown "failure.outcome-unknown" "We do not know whether the profile was created"
    UnknownBody "failure.outcome-unknown.body" "The answer got lost, and StackOne’s list cannot be read either. ⟦Look again⟧ reads the list and creates nothing."
    UnknownNot "failure.outcome-unknown.not" "The profile was not created"
    UnknownNotBody "failure.outcome-unknown.not.body" "The answer got lost, and the profile is not in StackOne’s list. You can try again safely: we look once more before we create."
    UnknownSeveral "failure.outcome-unknown.several" "Several new profiles have this name"
    UnknownSeveralBody "failure.outcome-unknown.several.body" "The answer got lost. One of these may be yours."
    NothingSent "failure.before" "StackOne did not answer"
    NothingSentBody "failure.before.body" "Its list of profiles could not be read, so nothing was created. Try again in a moment."
    NotSaved "failure.not-saved" "We do not know whether the changes were saved"
    NotSavedBody "failure.not-saved.body" "The answer got lost. Saving the same changes again does no harm."
    Blocked "failure.blocked" "The browser could not reach StackOne"
    BlockedOffline "failure.blocked.offline" "This device is offline. Nothing was sent. Connect to the network, then try again."
    BlockedPolicy "failure.blocked.policy" "The security policy of this page forbids requests to {url}. Nothing was sent. The people who run the page can allow it under connect-src."
    BlockedNetwork "failure.blocked.network" "Nothing was created. Most often StackOne refuses calls that come straight from a browser (CORS); a lost connection looks the same from here."
    BlockedProxy "failure.blocked.proxy" "The people who run this page can forward a path of their own to StackOne and name it in config.json: \"apiBaseUrl\": \"/stackone\". Or send the request below yourself."
    Unreadable "failure.unreadable" "StackOne’s answer cannot be read"
    UnreadableBody "failure.unreadable.body" "What came is no profile:"
    UnreadableBefore "failure.unreadable.before" "What came is no list of profiles. Nothing was created. Check the address in the configuration."
    TryAgain "failure.again" "Try again"
    LookAgain "failure.look" "Look again"
    ThisIsIt "failure.this" "This is it"
    CreateAnyway "failure.anyway" "None of them: create it"

    RequestTitle "request.title" "The request, to send it yourself"
    RequestCurl "request.curl" "cURL"
    RequestJson "request.json" "JSON"
    RequestSecrets "request.secrets" "Include the client secret and the API key"
    RequestWarning "request.warning" "Whoever sees this text can use your app. Do not send it by mail or chat."

    ConfigMalformed "config.malformed" "config.json is not valid JSON, so the built-in settings are used. Tell the people who run this page."
    ConfigUnreachable "config.unreachable" "config.json could not be read, so the built-in settings are used. Tell the people who run this page."
    ConfigOdd "config.odd" "config.json has values that cannot be used: {names}. The built-in ones are used instead. Tell the people who run this page."
    Crashed "crashed" "Something in this form broke, and nothing more can be typed into it. "
    Reload "crashed.reload" "Reload the page"
}
