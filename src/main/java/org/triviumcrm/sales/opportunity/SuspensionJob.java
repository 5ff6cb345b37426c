package org.triviumcrm.sales.opportunity;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.Viewer;

/** Takes suspended opportunities up again on their day, as the company counts it; each in a transaction of its own. */
@Component
class SuspensionJob {

    private static final Logger LOG = LoggerFactory.getLogger(SuspensionJob.class);

    private final SuspensionRepository suspended;
    private final OpportunityLifeService life;
    private final Companies companies;
    private final Clock clock;

    SuspensionJob(SuspensionRepository suspended, OpportunityLifeService life, Companies companies, Clock clock) {
        this.suspended = suspended;
        this.life = life;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * One that can not be taken up keeps none of the others back; it is tried again after longer and longer, and the owner is told. Of one that needs an approval for it
     * the owner is told; it is tried again all the same, as the flow may be switched off, or ask no more.
     */
    void run() {
        Viewer job = Viewer.job("sales.log.suspension");
        ZoneId zone = companies.current().map(Company::zone).orElse(job.zone());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        for (long id : suspended.due(today, clock.instant())) {
            try {
                takeUp(job, id, today);
            } catch (UnderApproval returned) {
                LOG.debug("Opportunity {} stays suspended until its approval is over", id);
            } catch (RuntimeException e) {
                LOG.warn("Opportunity {} stays suspended", id, e);
                putOff(job, id);
            }
        }
    }

    private void putOff(Viewer job, long id) {
        try {
            life.putOff(job, id);
        } catch (RuntimeException e) {
            LOG.warn("Opportunity {} is tried again the next time", id, e);
        }
    }

    private void takeUp(Viewer job, long id, LocalDate today) {
        try {
            life.reactivateOn(job, id, today);
        } catch (ApprovalNeeded needed) {
            life.tellOwner(job, id, needed.requirement().flowName());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Definition {

        @Bean
        Task<Void> reactivateSuspendedOpportunities(ObjectProvider<SuspensionJob> job) {
            return Tasks.recurring("sales-reactivate-opportunities", FixedDelay.of(Duration.ofMinutes(15)))
                    .execute((instance, context) -> job.getObject().run());
        }
    }
}
