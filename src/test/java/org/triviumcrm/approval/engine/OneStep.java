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

/** A process of one step, {@code s1}, built by hand. */
final class OneStep {

    private final Process process = new Process();

    private OneStep() {}

    /**
     * @param remindEvery ISO duration, null for no reminder
     * @param limit ISO duration after which the case is rejected, null for none
     */
    static BpmnModel process(String key, boolean sequential, @Nullable String remindEvery, @Nullable String limit) {
        OneStep step = new OneStep();
        step.process.setId(key);
        step.add(new StartEvent(), "start");
        step.deed("open", Expressions.open("s1"));
        step.add(new ExclusiveGateway(), "opened");
        step.step(sequential);
        step.add(new ExclusiveGateway(), "verdict");
        step.deed("approve", Expressions.finish(true));
        step.deed("reject", Expressions.finish(false));
        step.add(new EndEvent(), "end");
        step.flow("start", "open", null);
        step.flow("open", "opened", null);
        step.flow("opened", "s1", Expressions.asked("s1"));
        step.flow("opened", "reject", Expressions.refused("s1"));
        step.otherwise("opened", "approve");
        step.flow("s1", "verdict", null);
        step.flow("verdict", "approve", Expressions.approved("s1"));
        step.otherwise("verdict", "reject");
        step.flow("approve", "end", null);
        step.flow("reject", "end", null);
        if (remindEvery != null) {
            step.boundary("reminder", false, "R1000/" + remindEvery);
            step.deed("remind", Expressions.remind("s1"));
            step.add(new EndEvent(), "reminded");
            step.flow("reminder", "remind", null);
            step.flow("remind", "reminded", null);
        }
        if (limit != null) {
            step.boundary("limit", true, limit);
            step.deed("expire", Expressions.expire("s1"));
            step.flow("limit", "expire", null);
            step.flow("expire", "reject", null);
        }
        BpmnModel model = new BpmnModel();
        model.addProcess(step.process);
        return model;
    }

    private void step(boolean sequential) {
        UserTask task = new UserTask();
        task.setAssignee(Expressions.assignee());
        MultiInstanceLoopCharacteristics many = new MultiInstanceLoopCharacteristics();
        many.setSequential(sequential);
        many.setInputDataItem(Expressions.tasks("s1"));
        many.setElementVariable(Expressions.TASK);
        many.setCompletionCondition(Expressions.decided("s1"));
        task.setLoopCharacteristics(many);
        add(task, "s1");
    }

    private void boundary(String id, boolean interrupts, String time) {
        TimerEventDefinition timer = new TimerEventDefinition();
        if (interrupts) {
            timer.setTimeDuration(time);
        } else {
            timer.setTimeCycle(time);
        }
        BoundaryEvent event = new BoundaryEvent();
        event.setAttachedToRef((UserTask) process.getFlowElement("s1"));
        event.setAttachedToRefId("s1");
        event.setCancelActivity(interrupts);
        event.setEventDefinitions(List.of(timer));
        add(event, id);
    }

    private void deed(String id, String expression) {
        ServiceTask task = new ServiceTask();
        task.setImplementationType(ImplementationType.IMPLEMENTATION_TYPE_EXPRESSION);
        task.setImplementation(expression);
        add(task, id);
    }

    private void add(FlowElement element, String id) {
        element.setId(id);
        process.addFlowElement(element);
    }

    private void flow(String from, String to, @Nullable String condition) {
        SequenceFlow flow = new SequenceFlow(from, to);
        flow.setConditionExpression(condition);
        add(flow, from + "_" + to);
        // what validation looks at
        ((FlowNode) process.getFlowElement(from)).getOutgoingFlows().add(flow);
        ((FlowNode) process.getFlowElement(to)).getIncomingFlows().add(flow);
    }

    private void otherwise(String from, String to) {
        flow(from, to, null);
        ((ExclusiveGateway) process.getFlowElement(from)).setDefaultFlow(from + "_" + to);
    }
}
