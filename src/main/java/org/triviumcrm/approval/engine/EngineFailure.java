package org.triviumcrm.approval.engine;

import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.springframework.dao.OptimisticLockingFailureException;

/** What went wrong in the engine, in words that the application knows. */
final class EngineFailure {

    private EngineFailure() {}

    /** What a call of {@link CaseSteps} threw, as it threw it; else what the engine says. */
    static RuntimeException of(FlowableException failure) {
        if (failure instanceof FlowableOptimisticLockingException) {
            return new OptimisticLockingFailureException("somebody else moved the case", failure);
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RuntimeException thrown
                    && !thrown.getClass().getName().startsWith("org.flowable.")) {
                return thrown;
            }
        }
        return failure;
    }
}
