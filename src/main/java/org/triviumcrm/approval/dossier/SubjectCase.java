package org.triviumcrm.approval.dossier;

import java.util.List;

/**
 * A case on the page of its record.
 *
 * @param asks what was asked, in one sentence
 * @param people those of its last round
 * @param deeds what happened
 */
public record SubjectCase(CaseHead head, String asks, List<TaskRow> people, List<TrailRow> deeds) {

    public SubjectCase {
        people = List.copyOf(people);
        deeds = List.copyOf(deeds);
    }

    /** Those whose decision it waits for. */
    public List<TaskRow> asked() {
        return people.stream().filter(TaskRow::isOpen).toList();
    }
}
