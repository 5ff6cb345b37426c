package org.triviumcrm.approval.absence;

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
import org.triviumcrm.approval.dossier.Replacements;
import org.triviumcrm.approval.staff.CompanyStaff;

/**
 * Gives what is asked of people who are away, or have left, to those who decide in their place. Days begin at another time for each
 * company and absences are entered at any time, so it looks four times an hour; what nobody can take is tried again each time.
 */
@Component
class AbsenceJob {

    private static final Logger LOG = LoggerFactory.getLogger(AbsenceJob.class);

    private final UnattendedRepository unattended;
    private final Replacements replacements;
    private final CompanyStaff staff;

    AbsenceJob(UnattendedRepository unattended, Replacements replacements, CompanyStaff staff) {
        this.unattended = unattended;
        this.replacements = replacements;
        this.staff = staff;
    }

    /** One that can not be given away is left for the next time and keeps none of the others back. */
    void run() {
        for (long task : unattended.on(staff.today())) {
            try {
                replacements.byTheRules(task);
            } catch (RuntimeException e) {
                LOG.warn("Task {} stays with who is not there", task, e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Definition {

        @Bean
        Task<Void> standInForApprovers(ObjectProvider<AbsenceJob> job) {
            return Tasks.recurring("approval-stand-in", FixedDelay.of(Duration.ofMinutes(15)))
                    .execute((instance, context) -> job.getObject().run());
        }
    }
}
