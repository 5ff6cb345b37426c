package org.triviumcrm.approval.engine;

import java.util.ArrayList;
import java.util.List;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Step;

/**
 * Where the pieces of a process stand when other programs draw it: the way of approval from left to right, below it what
 * reminders and limits do, the escalations below that, and at the bottom the way of rejection. What is passed over runs above.
 */
final class FlowLayout {

    private static final double COLUMN = 140;
    private static final double ROW = 110;
    private static final double LEFT = 60;
    private static final double MAIN = 120;
    private static final double TASK_WIDTH = 100;
    private static final double TASK_HEIGHT = 60;
    private static final double GATEWAY = 40;
    private static final double EVENT = 30;
    private static final double OVER = 45;
    private static final int BOTTOM = 4;

    private final BpmnModel model;
    private final Process process;
    private double column;

    private FlowLayout(BpmnModel model) {
        this.model = model;
        this.process = model.getMainProcess();
    }

    static void draw(BpmnModel model, FlowDefinition flow) {
        FlowLayout layout = new FlowLayout(model);
        layout.put(FlowCompiler.START, 0);
        flow.steps().forEach(layout::step);
        layout.column++;
        layout.put(FlowCompiler.APPROVE, 0);
        layout.put(FlowCompiler.REJECT, BOTTOM);
        layout.column++;
        layout.put(FlowCompiler.APPROVED, 0);
        layout.put(FlowCompiler.REJECTED, BOTTOM);
        layout.process.findFlowElementsOfType(SequenceFlow.class).forEach(layout::line);
    }

    private void step(Step step) {
        if (!step.when().holdsAlways()) {
            column++;
            put(step.key() + StepCompiler.APPLIES, 0);
        }
        double first = column;
        asking(step.key(), 0);
        if (step.limit() != null) {
            double last = column;
            column = first + 3;
            onEdge(step.key() + StepCompiler.LIMIT, step.key(), TASK_WIDTH - EVENT);
            put(step.key() + StepCompiler.EXPIRE, 2);
            if (StepCompiler.escalates(step)) {
                asking(Expressions.escalated(step.key()), 2);
                last = column;
            }
            column = last;
        }
    }

    private void asking(String key, int row) {
        column++;
        put(key + StepCompiler.OPEN, row);
        column++;
        put(key + StepCompiler.OPENED, row);
        column++;
        put(key, row);
        if (process.getFlowElement(key + StepCompiler.REMINDER) != null) {
            onEdge(key + StepCompiler.REMINDER, key, 0);
            double here = column;
            column -= 1;
            put(key + StepCompiler.REMIND, row + 1);
            column -= 1;
            put(key + StepCompiler.REMINDED, row + 1);
            column = here;
        }
        column++;
        put(key + StepCompiler.VERDICT, row);
    }

    private void put(String id, int row) {
        FlowElement element = process.getFlowElement(id);
        double width = width(element);
        double height = height(element);
        model.addGraphicInfo(
                id, new GraphicInfo(LEFT + column * COLUMN - width / 2, MAIN + row * ROW - height / 2, width, height));
    }

    /** On the lower edge of a task. */
    private void onEdge(String id, String task, double across) {
        GraphicInfo at = model.getGraphicInfo(task);
        model.addGraphicInfo(
                id, new GraphicInfo(at.getX() + across, at.getY() + at.getHeight() - EVENT / 2, EVENT, EVENT));
    }

    private static double width(FlowElement element) {
        return element instanceof ExclusiveGateway ? GATEWAY : isEvent(element) ? EVENT : TASK_WIDTH;
    }

    private static double height(FlowElement element) {
        return element instanceof ExclusiveGateway ? GATEWAY : isEvent(element) ? EVENT : TASK_HEIGHT;
    }

    private static boolean isEvent(FlowElement element) {
        return element instanceof StartEvent || element instanceof EndEvent || element instanceof BoundaryEvent;
    }

    /** Straight within a row, else by right angles. */
    private void line(SequenceFlow flow) {
        GraphicInfo from = model.getGraphicInfo(flow.getSourceRef());
        GraphicInfo to = model.getGraphicInfo(flow.getTargetRef());
        FlowNode source = (FlowNode) process.getFlowElement(flow.getSourceRef());
        List<GraphicInfo> points = new ArrayList<>();
        if (middleY(from) == middleY(to) && isNeighbour(from, to)) {
            boolean right = from.getX() < to.getX();
            points.add(new GraphicInfo(right ? from.getX() + from.getWidth() : from.getX(), middleY(from)));
            points.add(new GraphicInfo(right ? to.getX() : to.getX() + to.getWidth(), middleY(to)));
        } else if (middleY(from) == middleY(to)) {
            points.add(new GraphicInfo(middleX(from), from.getY()));
            points.add(new GraphicInfo(middleX(from), middleY(from) - OVER));
            points.add(new GraphicInfo(middleX(to), middleY(from) - OVER));
            points.add(new GraphicInfo(middleX(to), to.getY()));
        } else if (source instanceof BoundaryEvent) {
            points.add(new GraphicInfo(middleX(from), from.getY() + from.getHeight()));
            points.add(new GraphicInfo(middleX(from), middleY(to)));
            points.add(
                    new GraphicInfo(middleX(from) > middleX(to) ? to.getX() + to.getWidth() : to.getX(), middleY(to)));
        } else {
            boolean down = middleY(from) < middleY(to);
            points.add(new GraphicInfo(middleX(from), down ? from.getY() + from.getHeight() : from.getY()));
            points.add(new GraphicInfo(middleX(from), down ? middleY(to) : middleY(to) + OVER));
            points.add(
                    down ? new GraphicInfo(to.getX(), middleY(to)) : new GraphicInfo(middleX(to), middleY(to) + OVER));
            if (!down) {
                points.add(new GraphicInfo(middleX(to), to.getY() + to.getHeight()));
            }
        }
        model.addFlowGraphicInfoList(flow.getId(), points);
    }

    private static boolean isNeighbour(GraphicInfo one, GraphicInfo other) {
        return Math.abs(middleX(one) - middleX(other)) <= COLUMN;
    }

    private static double middleX(GraphicInfo at) {
        return at.getX() + at.getWidth() / 2;
    }

    private static double middleY(GraphicInfo at) {
        return at.getY() + at.getHeight() / 2;
    }
}
