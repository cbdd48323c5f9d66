//! The view model of the table of actions: a row per object and a column per verb. Only matches of the search count.

use super::view::{ActionPickerContext, COLUMNS, MatrixView, RowView, Tallies};

impl ActionPickerContext<'_> {
    /// The view of the table.
    pub fn matrix(&self) -> MatrixView {
        let picker = self.picker;
        MatrixView {
            search: picker.search.clone(),
            disabled: self.busy,
            // While the list is incomplete, a preset would select less than its name promises.
            presets_disabled: self.busy || !picker.read,
            preset: picker.preset,
            head: self.tallies(&picker.shown),
            rows: self.rows(),
        }
    }

    fn rows(&self) -> Vec<RowView> {
        let (picker, list) = (self.picker, &self.picker.list);
        let object = |place: &u32| list.at(*place).map(|action| &action.object);
        let mut rows = Vec::new();
        for places in picker.shown.chunk_by(|one, other| object(one) == object(other)).take(picker.drawn()) {
            let Some(object) = places.first().and_then(object) else { continue };
            let one_by_one =
                || places.iter().filter_map(|place| Some((list.at(*place)?.clone(), picker.is_selected(*place))));
            rows.push(RowView {
                object: object.clone(),
                tallies: self.tallies(places),
                actions: (picker.open.as_ref() == Some(object)).then(|| one_by_one().collect()),
            });
        }
        rows
    }

    fn tallies(&self, places: &[u32]) -> Tallies {
        let mut tallies = Tallies::default();
        for place in places {
            let own = self.picker.list.verb_at(*place);
            for ((verb, _), tally) in COLUMNS.iter().zip(&mut tallies) {
                if verb.is_none() || *verb == own {
                    tally.size += 1;
                    tally.selected += usize::from(self.picker.is_selected(*place));
                }
            }
        }
        tallies
    }
}
