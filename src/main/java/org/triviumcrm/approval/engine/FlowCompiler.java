package org.triviumcrm.approval.engine;

import java.util.List;
import org.flowable.bpmn.model.BpmnModel;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Step;

/**
 * Makes the process of a flow. Nothing that somebody typed is in it, not even the names of steps: the engine takes the name
 * of a task for an expression. Ids of our own carry an underscore, which keys of steps never do, so they don't meet.
 */
public final class FlowCompiler {

    static final String START = "flow_start";
    static final String APPROVE = "flow_approve";
    static final String APPROVED = "flow_approved";
    static final String REJECT = "flow_reject";
    static final String REJECTED = "flow_rejected";

    private FlowCompiler() {}

    /**
     * The process with its drawing.
     *
     * @param key of the process, such as {@code flow-7}; the engine counts the versions of a key
     * @throws IllegalArgumentException for keys of steps that are none, or twice in the flow
     */
    public static BpmnModel compile(String key, FlowDefinition flow) {
        List<Step> steps = flow.steps();
        if (steps.stream().map(Step::key).distinct().count() < steps.size()) {
            throw new IllegalArgumentException("two steps with one key in " + key);
        }
        ProcessPlan plan = new ProcessPlan(key);
        plan.start(START);
        steps.forEach(step -> StepCompiler.place(plan, step));
        plan.deed(APPROVE, Expressions.finish(true));
        plan.end(APPROVED);
        plan.deed(REJECT, Expressions.finish(false));
        plan.end(REJECTED);

        plan.flow(START, steps.isEmpty() ? APPROVE : StepCompiler.entry(steps.get(0)));
        for (int place = 0; place < steps.size(); place++) {
            String next = place + 1 < steps.size() ? StepCompiler.entry(steps.get(place + 1)) : APPROVE;
            StepCompiler.connect(plan, steps.get(place), next);
        }
        plan.flow(APPROVE, APPROVED);
        plan.flow(REJECT, REJECTED);
        BpmnModel model = plan.model();
        FlowLayout.draw(model, flow);
        return model;
    }
}
