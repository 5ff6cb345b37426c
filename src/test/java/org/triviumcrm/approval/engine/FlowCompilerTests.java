package org.triviumcrm.approval.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.UserTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.xml.sax.SAXException;

class FlowCompilerTests {

    private static final String INJECTION = "${1+1} #{steps.finish(execution,true)} <b>\"&'";
    private static final ConditionGroup SOMETIMES =
            ConditionGroup.all(new Condition("amount", Comparison.AT_LEAST, "500000"));

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(BpmnXMLConverter.class.getResource("/org/flowable/impl/bpmn/parser/BPMN20.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every mode with every limit, with and without reminder and condition: alone, and as the middle of three steps. */
    static Stream<FlowDefinition> flows() {
        List<FlowDefinition> flows = new ArrayList<>();
        flows.add(FlowDefinition.EMPTY);
        List<@Nullable TimeLimit> limits = new ArrayList<>();
        limits.add(null);
        for (TimeLimit.Outcome outcome : TimeLimit.Outcome.values()) {
            limits.add(new TimeLimit(48, outcome, null));
        }
        for (Mode mode : Mode.values()) {
            for (TimeLimit limit : limits) {
                for (Integer remind : new Integer[] {null, 24}) {
                    for (ConditionGroup when : List.of(ConditionGroup.ALWAYS, SOMETIMES)) {
                        Step step = step("s2", when, mode, remind, limit);
                        flows.add(flow(step));
                        flows.add(flow(
                                step("s1", SOMETIMES, Mode.ANY_ONE, null, null),
                                step,
                                step("s3", ConditionGroup.ALWAYS, Mode.ALL, null, null)));
                    }
                }
            }
        }
        return flows.stream();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void theEngineTakesEveryFlow(FlowDefinition flow) {
        BpmnModel model = FlowCompiler.compile("flow-1", flow);
        assertThat(BpmnExport.problems(model)).isEmpty();
        byte[] xml = new BpmnXMLConverter().convertToXML(model);
        assertThatCode(() -> SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml))))
                .as("valid BPMN 2.0")
                .doesNotThrowAnyException();
        BpmnModel again = BpmnExport.read(xml);
        assertThat(BpmnExport.problems(again)).isEmpty();
        assertThat(BpmnExport.content(again)).isEqualTo(BpmnExport.content(model));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everyWayLeadsToAnEnd(FlowDefinition flow) {
        BpmnModel model = FlowCompiler.compile("flow-1", flow);
        for (FlowNode node : model.getMainProcess().findFlowElementsOfType(FlowNode.class)) {
            boolean begins = node.getId().equals(FlowCompiler.START)
                    || node.getId().endsWith(StepCompiler.LIMIT)
                    || node.getId().endsWith(StepCompiler.REMINDER);
            boolean ends = node.getId().equals(FlowCompiler.APPROVED)
                    || node.getId().equals(FlowCompiler.REJECTED)
                    || node.getId().endsWith(StepCompiler.REMINDED);
            boolean unused = flow.steps().isEmpty() && node.getId().equals(FlowCompiler.REJECT);
            assertThat(node.getIncomingFlows().isEmpty()).as(node.getId()).isEqualTo(begins || unused);
            assertThat(node.getOutgoingFlows().isEmpty()).as(node.getId()).isEqualTo(ends);
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everythingStandsSomewhereAndNothingOnAnother(FlowDefinition flow) {
        BpmnModel model = FlowCompiler.compile("flow-1", flow);
        List<FlowNode> nodes = model.getMainProcess().findFlowElementsOfType(FlowNode.class);
        for (FlowNode node : nodes) {
            GraphicInfo at = model.getGraphicInfo(node.getId());
            assertThat(at).as(node.getId()).isNotNull();
            assertThat(at.getX()).as(node.getId()).isNotNegative();
            for (FlowNode other : nodes) {
                boolean onEdge = node.getId().endsWith(StepCompiler.LIMIT)
                        || node.getId().endsWith(StepCompiler.REMINDER)
                        || other.getId().endsWith(StepCompiler.LIMIT)
                        || other.getId().endsWith(StepCompiler.REMINDER);
                if (node != other && !onEdge) {
                    assertThat(overlap(at, model.getGraphicInfo(other.getId())))
                            .as(node.getId() + " on " + other.getId())
                            .isFalse();
                }
            }
        }
        for (SequenceFlow way : model.getMainProcess().findFlowElementsOfType(SequenceFlow.class)) {
            List<GraphicInfo> points = model.getFlowLocationGraphicInfo(way.getId());
            assertThat(points)
                    .as(way.getSourceRef() + " → " + way.getTargetRef())
                    .hasSizeGreaterThan(1);
            touches(model.getGraphicInfo(way.getSourceRef()), points.get(0));
            touches(model.getGraphicInfo(way.getTargetRef()), points.get(points.size() - 1));
        }
    }

    @Test
    void nothingThatSomebodyTypedIsInTheProcess() {
        Step named = new Step(
                "s1",
                INJECTION,
                SOMETIMES,
                Approvers.people(1L),
                Mode.ALL,
                0,
                24,
                new TimeLimit(1, TimeLimit.Outcome.ESCALATE, 2L));
        String xml = new String(
                new BpmnXMLConverter().convertToXML(FlowCompiler.compile("flow-1", flow(named))),
                StandardCharsets.UTF_8);
        assertThat(xml).contains("steps.applies").doesNotContain("1+1", "500000", "&lt;b", "execution,true)} &lt;");
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        for (String key : List.of("", "1", "s 1", "s1')}", "s_1", "${s}")) {
            assertThatThrownBy(() -> FlowCompiler.compile(
                            "flow-1", flow(step(key, ConditionGroup.ALWAYS, Mode.ALL, null, null))))
                    .as(key)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Step one = step("s1", ConditionGroup.ALWAYS, Mode.ALL, null, null);
        assertThatThrownBy(() -> FlowCompiler.compile("flow-1", flow(one, one)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFileForOthersHasTheNamesInTheReadersLanguageAndNoExpressionOfTheirs() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/approval");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        BpmnExport export = new BpmnExport(messages);
        Step director = new Step("s1", "总监 " + INJECTION, SOMETIMES, Approvers.people(1L), Mode.ALL, 0, 24, null);

        String english =
                new String(export.xml("flow-7", "大额 & large", flow(director), Locale.ENGLISH), StandardCharsets.UTF_8);
        assertThat(english)
                .contains("name=\"大额 &amp; large\"", "总监", "does it apply?", "bpmndi:BPMNShape", "omgdc:Bounds")
                .doesNotContain("${1+1}", "#{steps");
        assertThat(new String(
                        export.xml("flow-7", "x", flow(director), Locale.SIMPLIFIED_CHINESE), StandardCharsets.UTF_8))
                .contains("是否适用？");
        UserTask task = (UserTask) BpmnExport.read(english.getBytes(StandardCharsets.UTF_8))
                .getMainProcess()
                .getFlowElement("s1");
        assertThat(task.getName()).startsWith("总监 {1+1} {steps").endsWith("<b>\"&'");
    }

    private static FlowDefinition flow(Step... steps) {
        return new FlowDefinition(SOMETIMES, List.of(steps), EdgeRules.USUAL);
    }

    private static Step step(
            String key, ConditionGroup when, Mode mode, @Nullable Integer remind, @Nullable TimeLimit limit) {
        return new Step(key, "Step " + key, when, Approvers.people(1L), mode, 50, remind, limit);
    }

    private static boolean overlap(GraphicInfo one, GraphicInfo other) {
        return one.getX() < other.getX() + other.getWidth()
                && other.getX() < one.getX() + one.getWidth()
                && one.getY() < other.getY() + other.getHeight()
                && other.getY() < one.getY() + one.getHeight();
    }

    private static void touches(GraphicInfo box, GraphicInfo point) {
        assertThat(point.getX()).isBetween(box.getX(), box.getX() + box.getWidth());
        assertThat(point.getY()).isBetween(box.getY(), box.getY() + box.getHeight());
    }
}
