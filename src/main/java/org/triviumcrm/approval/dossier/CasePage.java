package org.triviumcrm.approval.dossier;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.Snapshot;
import org.triviumcrm.approval.diagram.FlowDiagram;

/**
 * The page of a case, as one viewer sees it.
 *
 * @param kind what the record is called, such as "Opportunity"
 * @param asks what is asked, in one sentence
 * @param failure why it could not be done
 * @param reason what the submitter last said to those who decide
 * @param changes what to change, when it was returned for that
 * @param whole whether the viewer sees all of it; else no snapshot, files and copies
 * @param seesRecord whether the viewer can open the record
 * @param mine what the viewer has to decide now
 */
public record CasePage(
        CaseHead head,
        String kind,
        String asks,
        @Nullable String failure,
        @Nullable String reason,
        @Nullable TrailRow changes,
        boolean whole,
        boolean seesRecord,
        List<Snapshot.Line> snapshot,
        FlowDiagram diagram,
        List<StepPeople> steps,
        List<TrailRow> trail,
        List<Attachment> attachments,
        List<String> copies,
        @Nullable TaskRow mine,
        Set<CaseAct> acts) {

    /** The people of a step in this round. */
    public record StepPeople(String name, boolean escalated, List<TaskRow> people) {}

    public CasePage {
        snapshot = List.copyOf(snapshot);
        steps = List.copyOf(steps);
        trail = List.copyOf(trail);
        attachments = List.copyOf(attachments);
        copies = List.copyOf(copies);
        acts = Set.copyOf(acts);
    }

    public boolean may(String act) {
        return acts.contains(CaseAct.valueOf(act));
    }

    /** Those lines of the snapshot that the action changes. */
    public List<Snapshot.Line> changed() {
        return new Snapshot(snapshot).changes();
    }

    /** The others. */
    public List<Snapshot.Line> facts() {
        return snapshot.stream().filter(line -> !line.changed()).toList();
    }
}
