package org.triviumcrm.sales.pool;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;

/** Keeps the rules of all pools, in their order. Days begin at another time for each company, so it looks each hour. */
@Component
class PoolJob {

    private static final Logger LOG = LoggerFactory.getLogger(PoolJob.class);

    private final PoolRepository pools;
    private final Recycler recycler;

    PoolJob(PoolRepository pools, Recycler recycler) {
        this.pools = pools;
        this.recycler = recycler;
    }

    /** A pool that fails is left for the next time and keeps none of the others back. */
    void run() {
        Viewer job = Viewer.job("sales.log.pool");
        recycler.forget();
        for (Pool pool : pools.findByOrderByPositionAscIdAsc()) {
            if (pool.isActive()) {
                try {
                    recycler.recycle(job, pool);
                } catch (RuntimeException e) {
                    LOG.warn("Pool {} waits for the next time", pool.getId(), e);
                }
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Definition {

        @Bean
        Task<Void> recycleOpportunities(ObjectProvider<PoolJob> job) {
            return Tasks.recurring("sales-recycle-opportunities", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> job.getObject().run());
        }
    }
}
