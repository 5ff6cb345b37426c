package org.triviumcrm.approval.engine;

import java.util.List;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.ImplementationType;
import org.flowable.bpmn.model.MultiInstanceLoopCharacteristics;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.bpmn.model.UserTask;
import org.jspecify.annotations.Nullable;

/** The pieces of which processes are put together. */
final class ProcessPlan {

    /** Reminders end with the step; nobody is reminded this often. */
    private static final String AGAIN = "R1000/";

    private final Process process = new Process();

    ProcessPlan(String key) {
        process.setId(key);
        process.setExecutable(true);
    }

    BpmnModel model() {
        BpmnModel model = new BpmnModel();
        model.setTargetNamespace("https://triviumcrm.org/approval");
        model.addProcess(process);
        return model;
    }

    void start(String id) {
        add(new StartEvent(), id);
    }

    void end(String id) {
        add(new EndEvent(), id);
    }

    /** Where it goes on by the first condition that holds, else by {@link #otherwise}. */
    void fork(String id) {
        add(new ExclusiveGateway(), id);
    }

    /** Something the case does. */
    void deed(String id, String expression) {
        ServiceTask task = new ServiceTask();
        task.setImplementationType(ImplementationType.IMPLEMENTATION_TYPE_EXPRESSION);
        task.setImplementation(expression);
        add(task, id);
    }

    /** Waits for people, each in a branch of its own. */
    void people(String step, boolean oneAfterTheOther) {
        MultiInstanceLoopCharacteristics branches = new MultiInstanceLoopCharacteristics();
        branches.setSequential(oneAfterTheOther);
        branches.setInputDataItem(Expressions.tasks(step));
        branches.setElementVariable(Expressions.TASK);
        branches.setCompletionCondition(Expressions.decided(step));
        UserTask task = new UserTask();
        task.setAssignee(Expressions.assignee());
        task.setLoopCharacteristics(branches);
        add(task, step);
    }

    /** Goes off again and again while the step is open, which it leaves open. */
    void every(String id, String step, int hours) {
        TimerEventDefinition timer = new TimerEventDefinition();
        timer.setTimeCycle(AGAIN + iso(hours));
        timer(id, step, false, timer);
    }

    /** Goes off once, and ends the step. */
    void after(String id, String step, int hours) {
        TimerEventDefinition timer = new TimerEventDefinition();
        timer.setTimeDuration(iso(hours));
        timer(id, step, true, timer);
    }

    void flow(String from, String to) {
        connect(from, to, null);
    }

    void when(String from, String to, String condition) {
        connect(from, to, condition);
    }

    void otherwise(String from, String to) {
        SequenceFlow flow = connect(from, to, null);
        ((ExclusiveGateway) process.getFlowElement(from)).setDefaultFlow(flow.getId());
    }

    private static String iso(int hours) {
        if (hours < 1) {
            throw new IllegalArgumentException(hours + " hours");
        }
        return "PT" + hours + "H";
    }

    private void timer(String id, String step, boolean ends, TimerEventDefinition timer) {
        BoundaryEvent event = new BoundaryEvent();
        UserTask task = (UserTask) process.getFlowElement(step);
        event.setAttachedToRef(task);
        event.setAttachedToRefId(step);
        event.setCancelActivity(ends);
        event.setEventDefinitions(List.of(timer));
        add(event, id);
        task.getBoundaryEvents().add(event);
    }

    private void add(FlowElement element, String id) {
        element.setId(id);
        process.addFlowElement(element);
    }

    private SequenceFlow connect(String from, String to, @Nullable String condition) {
        SequenceFlow flow = new SequenceFlow(from, to);
        flow.setConditionExpression(condition);
        flow.setId("f" + (process.findFlowElementsOfType(SequenceFlow.class).size() + 1));
        process.addFlowElement(flow);
        // what validation looks at, and the layout
        FlowNode source = (FlowNode) process.getFlowElement(from);
        FlowNode target = (FlowNode) process.getFlowElement(to);
        source.getOutgoingFlows().add(flow);
        target.getIncomingFlows().add(flow);
        flow.setSourceFlowElement(source);
        flow.setTargetFlowElement(target);
        return flow;
    }
}
