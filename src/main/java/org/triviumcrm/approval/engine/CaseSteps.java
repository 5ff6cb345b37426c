package org.triviumcrm.approval.engine;

import java.util.List;

/**
 * What the engine asks and orders while a case goes through its steps; in the transaction of whoever moved the case. The engine
 * knows the order and the times, the case its people and their decisions. A step that was escalated has a key of its own, see
 * {@link Expressions#escalated}.
 */
public interface CaseSteps {

    /** What came of opening a step. */
    enum Opening {
        /** Somebody is asked. */
        ASKED,
        /** Nobody has to be asked. */
        PASSED,
        /** By the rules of the flow the case is rejected. */
        REJECTED
    }

    /** Whether the step's own condition holds for what was submitted. */
    boolean applies(long caseId, String step);

    /** Finds the approvers of a step and asks them, or only the first in a sequence. */
    Opening open(long caseId, String step);

    /**
     * Who is asked in the step, as ids of tasks in their order. Asked again at each decision: it must not get shorter
     * while the step is open.
     */
    List<Long> tasks(long caseId, String step);

    /** Whether the step is decided, either way, by what its people have said so far. */
    boolean decided(long caseId, String step);

    /** Whether a step that is decided was approved. */
    boolean approved(long caseId, String step);

    /** Tells those who have not decided yet that they are waited for. */
    void remind(long caseId, String step);

    /** The time of a step is over: what is open in it is closed. */
    void expire(long caseId, String step);

    /** The case has come to its end. */
    void finish(long caseId, boolean approved);
}
