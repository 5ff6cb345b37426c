package org.triviumcrm.approval.engine;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether approvals can go on. Timers that have failed for good are told, but take no node out of service: they are the same on
 * all of them.
 */
@Component("approvals")
class EngineHealth implements HealthIndicator {

    private final Engine engine;

    EngineHealth(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Health health() {
        Exception failure = engine.failure();
        if (failure != null) {
            return Health.down(failure).build();
        }
        Long failed = engine.failedJobs();
        return failed == null
                ? Health.up().withDetail("engine", "not built yet").build()
                : Health.up().withDetail("failedTimers", failed).build();
    }
}
