package org.triviumcrm.approval.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.triviumcrm.approval.definition.FlowDefinition;

/**
 * The process engine. Everything happens in the transaction of the caller, who has locked the case before. What a call of
 * {@link CaseSteps} throws comes out as it was thrown.
 *
 * <p>Building it takes a second or two, so that begins when the application already answers; who needs it sooner
 * waits. With {@code trivium.approval.engine.jobs=false} a node runs no timers, and builds it at first use.
 */
@Component
public class Engine implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final String INSTANCES = "nrOfInstances";

    private final DataSource database;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final ObjectProvider<CaseSteps> steps;
    private final boolean jobs;
    private volatile @Nullable ProcessEngine running;
    private volatile @Nullable Exception failure;
    private boolean stopped;

    Engine(
            DataSource database,
            PlatformTransactionManager transactions,
            Clock clock,
            ObjectProvider<CaseSteps> steps,
            @Value("${trivium.approval.engine.jobs:true}") boolean jobs) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.steps = steps;
        this.jobs = jobs;
    }

    /**
     * Makes a version of a flow known.
     *
     * @param key of the flow, the same for all of its versions, such as {@code flow-7}
     * @return its id, by which cases are started on this version whatever is deployed later
     */
    public String deploy(String key, FlowDefinition flow) {
        return deploy(key, FlowCompiler.compile(key, flow));
    }

    /** Makes a process known. @return its id, by which it is started as it is now whatever is deployed later */
    String deploy(String name, BpmnModel model) {
        return call(engine -> {
            String deployment = engine.getRepositoryService()
                    .createDeployment()
                    .name(name)
                    .addBpmnModel(name + ".bpmn20.xml", model)
                    // takes a second, and trips over the white space that Aalto, which comes with the spreadsheets,
                    // reports
                    .disableSchemaValidation()
                    .deploy()
                    .getId();
            return engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .deploymentId(deployment)
                    .singleResult()
                    .getId();
        });
    }

    /**
     * Starts a case on its way, as far as to the first step that asks somebody, or to its end.
     *
     * @return id of the process instance
     */
    public String start(String processDefinitionId, long caseId) {
        return call(engine -> engine.getRuntimeService()
                .createProcessInstanceBuilder()
                .processDefinitionId(processDefinitionId)
                .businessKey(String.valueOf(caseId))
                .start()
                .getId());
    }

    /** A task has been decided: the case goes on, when its step is decided as well to the next. */
    public void decided(String instanceId, long taskId) {
        run(engine -> {
            Task task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instanceId)
                    .taskAssignee(String.valueOf(taskId))
                    .singleResult();
            if (task == null) {
                throw new IllegalStateException("the engine does not wait for task " + taskId + " in " + instanceId);
            }
            engine.getTaskService().complete(task.getId());
        });
    }

    /** One more is asked at the same time as the others of a step: waits for this task as well. */
    public void addInParallel(String instanceId, String step, long taskId) {
        run(engine -> engine.getRuntimeService()
                .addMultiInstanceExecution(step, instanceId, Map.of(Expressions.TASK, String.valueOf(taskId))));
    }

    /** A step whose people are asked one after the other has one more: {@link CaseSteps#tasks} already tells it. */
    public void addInSequence(String instanceId, String step) {
        run(engine -> {
            RuntimeService runtime = engine.getRuntimeService();
            Task open = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instanceId)
                    .taskDefinitionKey(step)
                    .singleResult();
            if (open == null) {
                throw new IllegalStateException(step + " is not open in " + instanceId);
            }
            String all = runtime.createExecutionQuery()
                    .executionId(open.getExecutionId())
                    .singleResult()
                    .getParentId();
            Integer instances = (Integer) runtime.getVariableLocal(all, INSTANCES);
            runtime.setVariableLocal(all, INSTANCES, instances + 1);
        });
    }

    /** The case does not go on: nothing is waited for any more, its timers are gone. */
    public void cancel(String instanceId) {
        run(engine -> engine.getRuntimeService().deleteProcessInstance(instanceId, null));
    }

    /** Timers that failed so often that nobody tries them any more; null as long as the engine is not built. */
    @Nullable
    Long failedJobs() {
        ProcessEngine engine = running;
        return engine == null
                ? null
                : engine.getManagementService().createDeadLetterJobQuery().count();
    }

    /** Why the engine could not be built when it was last tried. */
    @Nullable
    Exception failure() {
        return failure;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (jobs) {
            Thread thread = new Thread(this::prepare, "approval-engine");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void prepare() {
        try {
            engine();
        } catch (RuntimeException e) {
            LOG.error("The approval engine does not start; it is tried again when it is needed", e);
        }
    }

    /** The engine, built now unless it is. For tests of this package, too. */
    ProcessEngine engine() {
        ProcessEngine engine = running;
        return engine == null ? build() : engine;
    }

    private synchronized ProcessEngine build() {
        ProcessEngine engine = running;
        if (engine != null) {
            return engine;
        }
        if (stopped) {
            throw new IllegalStateException("The application stops");
        }
        Instant begun = clock.instant();
        try {
            EngineSchema.prepare(database);
            engine = EngineConfiguration.build(database, transactions, clock, steps.getObject(), jobs);
            engine.startExecutors();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
        LOG.info(
                "The approval engine is built ({} ms)",
                Duration.between(begun, clock.instant()).toMillis());
        failure = null;
        running = engine;
        return engine;
    }

    private void run(Consumer<ProcessEngine> work) {
        this.<@Nullable Void>call(engine -> {
            work.accept(engine);
            return null;
        });
    }

    private <T extends @Nullable Object> T call(Function<ProcessEngine, T> work) {
        try {
            return work.apply(engine());
        } catch (FlowableException e) {
            throw EngineFailure.of(e);
        }
    }

    @Override
    public synchronized void destroy() {
        stopped = true;
        ProcessEngine engine = running;
        if (engine != null) {
            engine.close();
        }
    }
}
