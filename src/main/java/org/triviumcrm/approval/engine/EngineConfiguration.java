package org.triviumcrm.approval.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;
import org.flowable.common.engine.impl.AbstractEngineConfiguration;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.job.service.impl.asyncexecutor.AsyncJobExecutorConfiguration;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.springframework.transaction.PlatformTransactionManager;

/** How the engine is set up; what it may touch, and what it leaves out because the application has its own. */
final class EngineConfiguration {

    /** A node that died in the midst of a timer is not waited for longer than this. */
    private static final Duration LOCK_TIME = Duration.ofMinutes(5);

    private static final int THREADS = 2;
    private static final int DEFINITIONS = 200;
    private static final int SECONDS_TO_STOP = 10;

    private EngineConfiguration() {}

    /**
     * An engine that works in the transactions of the application.
     *
     * @param database the very bean that all others use: only then it is one connection and one transaction
     * @param jobs whether its timers run on this node
     */
    static ProcessEngine build(
            DataSource database, PlatformTransactionManager transactions, Clock clock, CaseSteps steps, boolean jobs) {
        SpringProcessEngineConfiguration configuration = new InUtc();
        configuration.setEngineName("approval");
        settle(configuration);
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setClock(new EngineClock(clock));
        configuration.setBeans(Map.of("steps", new StepCalls(steps)));
        // see EngineSchema
        configuration.setDatabaseSchemaUpdate("none");
        configuration.setAsyncExecutorActivate(jobs);
        configuration.setAsyncExecutorConfiguration(executor());
        configuration.setAsyncExecutorCorePoolSize(THREADS);
        configuration.setAsyncExecutorMaxPoolSize(THREADS);
        configuration.setAsyncExecutorSecondsToWaitOnShutdown(SECONDS_TO_STOP);
        return configuration.buildEngine();
    }

    /** What holds for every engine on these tables; never to be changed for the first three, which decide on the tables. */
    static void settle(ProcessEngineConfigurationImpl configuration) {
        configuration.setDatabaseType(AbstractEngineConfiguration.DATABASE_TYPE_POSTGRES);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        // who did what stands in approval_trail
        configuration.setHistoryLevel(HistoryLevel.NONE);
        configuration.setCreateDiagramOnDeploy(false);
        configuration.setEnableSafeBpmnXml(true);
        configuration.setIdGenerator(() -> UUID.randomUUID().toString());
        configuration.setProcessDefinitionCacheLimit(DEFINITIONS);
    }

    private static AsyncJobExecutorConfiguration executor() {
        AsyncJobExecutorConfiguration executor = new AsyncJobExecutorConfiguration();
        executor.setTimerLockTime(LOCK_TIME);
        executor.setAsyncJobLockTime(LOCK_TIME);
        executor.setMoveTimerExecutorPoolSize(1);
        return executor;
    }

    private static final class InUtc extends SpringProcessEngineConfiguration {
        @Override
        public void initMybatisTypeHandlers(Configuration configuration) {
            super.initMybatisTypeHandlers(configuration);
            configuration.getTypeHandlerRegistry().register(Date.class, JdbcType.TIMESTAMP, new DatesInUtc());
            configuration.getTypeHandlerRegistry().register(Date.class, new DatesInUtc());
        }
    }
}
