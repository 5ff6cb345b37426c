package org.triviumcrm.approval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/**
 * A kind of record whose changes can need an approval. Implemented by the module that owns the records; the message
 * {@code approval.subject.<type>} names it.
 */
public interface ApprovalSubject {

    /** Such as {@code opportunity}; stored with flows and cases, so it never changes. */
    String type();

    /** What conditions may look at, in the order of the designer. */
    List<ApprovalField> fields();

    /** Values of a {@link SubjectState} that no condition looks at, whose change makes an approval void all the same. */
    default Set<String> material() {
        return Set.of();
    }

    /** Of a field of the kind {@link org.triviumcrm.shared.condition.FieldKind#TREE}: one of the tree and all below it, by id. */
    default Set<Long> andBelow(String field, long id) {
        return Set.of(id);
    }

    /** What people do with a record that can need an approval, in the order of the designer. */
    List<ApprovalTrigger> triggers();

    /**
     * A record as it is now, empty when there is none. In a transaction that writes, the row is locked until its end, so
     * that nobody changes between the check and the deed.
     */
    Optional<SubjectState> state(long id);

    /**
     * What approvers see of the record, kept with the case: the facts that matter, and for those that the action changes both values.
     *
     * @param state as the record would be after the action
     */
    Snapshot snapshot(SubjectState state, ApprovedAction action);

    /**
     * The record as the action would leave it if it were done now: what a case that was returned is submitted with again.
     *
     * @throws org.triviumcrm.shared.web.Refusal when it can't be done any more, with the reason as its message
     */
    SubjectState after(long id, ApprovedAction action);

    /**
     * The form to ask for the action with other values, filled in with what {@link ApprovalGate#returned} gives;
     * empty for actions in which nothing can be changed but the record itself.
     */
    default Optional<String> formAgain(long id, ApprovedAction action) {
        return Optional.empty();
    }

    /** Whether the viewer sees the record: who does may see its cases, too. */
    boolean maySee(Viewer viewer, long id);

    /** Whether the viewer may do what the trigger stands for, an approval apart. */
    boolean maySubmit(Viewer viewer, long id, String trigger);

    /** From now on nothing but what {@link #carryOut} does may change the record. */
    void lock(long id, long caseId);

    /** The record can be changed again. Without effect when another case, or none, has locked it. */
    void unlock(long id, long caseId);

    /**
     * Does at once what somebody wants to do, as the form does that it comes from. What it says is not trusted: it has
     * come from a form.
     *
     * @throws ApprovalNeeded when it needs an approval, and can be submitted therefore
     */
    void attempt(Viewer viewer, long id, ApprovedAction action);

    /**
     * Does what was approved, in the transaction of the last decision, the record being locked by the case; the case is
     * approved already, so the gate lets its release be used. What was written is flushed, and deferred constraints are checked,
     * before it counts as done.
     *
     * @throws RuntimeException when it can't be done any more. Nothing of what was written here or told by events stays then; the
     *     decision is taken all the same, the case ends as failed and the record can be changed again. The message of a
     *     {@link org.triviumcrm.shared.web.Refusal} is shown as the reason, anything else as a fault with its number in the log. A
     *     lost connection or a deadlock is no reason: who decides is asked to do it again.
     */
    void carryOut(CaseRef approved, ApprovedAction action);

    /** Records that "try it" offers: those the viewer sees that what was typed fits, a few. */
    List<Option> samples(Viewer viewer, String typed);
}
