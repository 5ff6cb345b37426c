package org.triviumcrm.approval.engine;

import java.util.List;
import org.flowable.engine.delegate.DelegateExecution;

/**
 * What expressions of a process can call, under the name {@code steps}, and all of the application that they can reach.
 * Public because the engine calls it by reflection.
 */
public final class StepCalls {

    private static final String OPENING = "opening";

    private final CaseSteps steps;

    StepCalls(CaseSteps steps) {
        this.steps = steps;
    }

    public boolean applies(DelegateExecution execution, String step) {
        return steps.applies(caseId(execution), step);
    }

    /** Keeps what came of it in a variable until the next step opens. */
    public void open(DelegateExecution execution, String step) {
        execution.setVariable(OPENING, steps.open(caseId(execution), step).name());
    }

    public boolean asked(DelegateExecution execution, String step) {
        return CaseSteps.Opening.ASKED.name().equals(execution.getVariable(OPENING));
    }

    public boolean refused(DelegateExecution execution, String step) {
        return CaseSteps.Opening.REJECTED.name().equals(execution.getVariable(OPENING));
    }

    public List<String> tasks(DelegateExecution execution, String step) {
        return steps.tasks(caseId(execution), step).stream()
                .map(String::valueOf)
                .toList();
    }

    public boolean decided(DelegateExecution execution, String step) {
        return steps.decided(caseId(execution), step);
    }

    public boolean approved(DelegateExecution execution, String step) {
        return steps.approved(caseId(execution), step);
    }

    public void remind(DelegateExecution execution, String step) {
        steps.remind(caseId(execution), step);
    }

    public void expire(DelegateExecution execution, String step) {
        steps.expire(caseId(execution), step);
    }

    public void finish(DelegateExecution execution, boolean approved) {
        steps.finish(caseId(execution), approved);
    }

    private static long caseId(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessInstanceBusinessKey());
    }
}
