package org.triviumcrm.approval.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.validation.ProcessValidatorFactory;
import org.flowable.validation.ValidationError;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Step;

/** Flows as BPMN 2.0 files, with names and drawing, for other programs. */
@Component
public class BpmnExport {

    private final MessageSource messages;

    BpmnExport(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The file, in UTF-8; read again and compared before it is given out.
     *
     * @param name of the flow
     */
    public byte[] xml(String key, String name, FlowDefinition flow, Locale locale) {
        BpmnModel model = FlowCompiler.compile(key, flow);
        name(model, name, flow, locale);
        byte[] xml = new BpmnXMLConverter().convertToXML(model);
        BpmnModel again = read(xml);
        List<ValidationError> problems = problems(again);
        if (!problems.isEmpty() || !content(model).equals(content(again))) {
            throw new IllegalStateException("the file of " + key + " does not say what the flow says: " + problems);
        }
        return xml;
    }

    /** What a validating reader finds wrong; nothing when the engine takes it. */
    static List<ValidationError> problems(BpmnModel model) {
        return new ProcessValidatorFactory().createDefaultProcessValidator().validate(model);
    }

    static BpmnModel read(byte[] xml) {
        return new BpmnXMLConverter().convertToBpmnModel(() -> new ByteArrayInputStream(xml), false, true);
    }

    /** Each element by id: its kind, its name and where it leads. */
    static Map<String, String> content(BpmnModel model) {
        Map<String, String> content = new TreeMap<>();
        for (FlowElement element : model.getMainProcess().getFlowElements()) {
            String way = element instanceof SequenceFlow flow
                    ? flow.getSourceRef() + " → " + flow.getTargetRef() + " " + flow.getConditionExpression()
                    : "";
            content.put(
                    element.getId(), element.getClass().getSimpleName() + " " + element.getName() + " " + way.strip());
        }
        return content;
    }

    private void name(BpmnModel model, String name, FlowDefinition flow, Locale locale) {
        Process process = model.getMainProcess();
        process.setName(plain(name));
        name(process, FlowCompiler.START, "submitted", "", locale);
        name(process, FlowCompiler.APPROVE, "carryOut", "", locale);
        name(process, FlowCompiler.APPROVED, "approved", "", locale);
        name(process, FlowCompiler.REJECT, "reject", "", locale);
        name(process, FlowCompiler.REJECTED, "rejected", "", locale);
        for (Step step : flow.steps()) {
            for (String key : List.of(step.key(), Expressions.escalated(step.key()))) {
                name(process, key, key.equals(step.key()) ? "step" : "escalated", step.name(), locale);
                name(process, key + StepCompiler.APPLIES, "applies", step.name(), locale);
                name(process, key + StepCompiler.OPEN, "ask", step.name(), locale);
                name(process, key + StepCompiler.OPENED, "asked", step.name(), locale);
                name(process, key + StepCompiler.VERDICT, "verdict", step.name(), locale);
                name(process, key + StepCompiler.REMIND, "remind", step.name(), locale);
                name(process, key + StepCompiler.EXPIRE, "expire", step.name(), locale);
            }
        }
    }

    private void name(Process process, String id, String what, String step, Locale locale) {
        FlowElement element = process.getFlowElement(id);
        if (element != null) {
            element.setName(messages.getMessage("approval.bpmn." + what, new Object[] {plain(step)}, locale));
        }
    }

    /** Without what an engine would take for an expression: whoever loads the file must not run what somebody typed. */
    private static String plain(String text) {
        return text.replaceAll("[$#]+\\{", "{").replaceAll("\\p{Cntrl}", " ").strip();
    }
}
