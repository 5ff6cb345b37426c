package org.triviumcrm.approval.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowElement;
import org.springframework.boot.test.context.TestComponent;

/** What the engine has of flows, for tests of other packages. */
@TestComponent
public class DeployedFlows {

    private final Engine engine;

    DeployedFlows(Engine engine) {
        this.engine = engine;
    }

    /** Reads a file with Flowable's converter, validates it, and compares it with what the engine runs, names apart. */
    public void assertSame(byte[] file, String processDefinitionId) {
        BpmnModel read = BpmnExport.read(file);
        assertThat(BpmnExport.problems(read)).isEmpty();
        assertThat(read.getMainProcess().getName()).isNotBlank().doesNotContain("${");
        BpmnModel running = engine.engine().getRepositoryService().getBpmnModel(processDefinitionId);
        assertThat(content(read)).isNotEmpty().isEqualTo(content(running));
    }

    private static Map<String, String> content(BpmnModel model) {
        model.getMainProcess().getFlowElements().forEach((FlowElement element) -> element.setName(null));
        return new TreeMap<>(BpmnExport.content(model));
    }
}
