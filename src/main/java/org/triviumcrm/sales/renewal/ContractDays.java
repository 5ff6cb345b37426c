package org.triviumcrm.sales.renewal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.contract.ContractDayService;
import org.triviumcrm.sales.opportunity.CreateOpportunity;
import org.triviumcrm.sales.opportunity.OpportunityForms;
import org.triviumcrm.sales.opportunity.OpportunityService;
import org.triviumcrm.sales.renewal.RenewalRepository.Ending;
import org.triviumcrm.sales.seal.ContractExit;
import org.triviumcrm.sales.signing.ContractSettingsRepository;
import org.triviumcrm.shared.money.Rounding;

/**
 * What days do to contracts, as the company counts them, each in a transaction of its own: whoever is in charge is reminded, once for each
 * end; an opportunity to renew it is made, once; amendments take effect; what is over ends, or goes on by itself.
 */
@Component
class ContractDays {

    private static final Logger LOG = LoggerFactory.getLogger(ContractDays.class);

    private final RenewalRepository renewals;
    private final ContractDayService contracts;
    private final ContractSettingsRepository settings;
    private final OpportunityService opportunities;
    private final OpportunityForms forms;
    private final Viewers viewers;
    private final Notices notices;
    private final MessageSource messages;
    private final TransactionTemplate transactions;
    private final Companies companies;
    private final Clock clock;

    ContractDays(
            RenewalRepository renewals,
            ContractDayService contracts,
            ContractSettingsRepository settings,
            OpportunityService opportunities,
            OpportunityForms forms,
            Viewers viewers,
            Notices notices,
            MessageSource messages,
            TransactionTemplate transactions,
            Companies companies,
            Clock clock) {
        this.renewals = renewals;
        this.contracts = contracts;
        this.settings = settings;
        this.opportunities = opportunities;
        this.forms = forms;
        this.viewers = viewers;
        this.notices = notices;
        this.messages = messages;
        this.transactions = transactions;
        this.companies = companies;
        this.clock = clock;
    }

    void run() {
        run(LocalDate.ofInstant(clock.instant(), companies.zone()));
    }

    void run(LocalDate today) {
        Viewer job = Viewer.job("sales.log.contractDays");
        each("take effect", contracts.takingEffect(job, today), id -> contracts.takeEffect(job, id, today));
        each("remind", renewals.toRemind(today), this::remind);
        if (settings.find().renews()) {
            each("renew", renewals.toRenew(today), this::renew);
        }
        each("end", contracts.over(job, today), id -> contracts.end(job, id, today));
    }

    /** One that fails keeps none of the others back; it is tried again the next time. */
    private static void each(String what, List<Long> ids, LongConsumer action) {
        for (long id : ids) {
            try {
                action.accept(id);
            } catch (RuntimeException e) {
                LOG.warn("Contract {} does not {}", id, what, e);
            }
        }
    }

    private void remind(long id) {
        transactions.executeWithoutResult(status -> renewals.remind(id).ifPresent(ending -> {
            LocalDate last = Objects.requireNonNullElse(ending.noticeUntil(), ending.endsOn());
            notices.tell(
                    List.of(ending.ownerId()),
                    ending.noticeUntil() == null ? "sales.contract.notice.ends" : "sales.contract.notice.notice",
                    List.of(ending.label(), ending.name(), last),
                    "/sales/contracts/" + id);
        }));
    }

    /** In the name of who is in charge of the contract, as their own. */
    private void renew(long id) {
        transactions.executeWithoutResult(status -> renewals.renew(id).ifPresent(ending -> {
            contracts.requireExit(Viewer.job("sales.log.contractDays"), id, ContractExit.RENEWAL);
            Viewer owner = viewers.find(ending.ownerId())
                    .orElseThrow(() -> new IllegalStateException("Whoever is in charge of it has left"));
            Long stage = forms.usualStage(owner);
            if (stage == null) {
                throw new IllegalStateException("There is no stage where opportunities begin");
            }
            renewals.renewedBy(id, opportunities.create(owner, renewal(owner, ending, stage)));
        }));
    }

    private CreateOpportunity renewal(Viewer owner, Ending ending, long stage) {
        String name = messages.getMessage("sales.contract.renewal.name", new Object[] {ending.name()}, owner.locale());
        return new CreateOpportunity(
                name,
                ending.customerId(),
                ending.contactId(),
                null,
                null,
                Rounding.of(ending.currency()).round(ending.net()),
                ending.currency(),
                null,
                ending.endsOn(),
                null,
                messages.getMessage("sales.contract.renewal.text", new Object[] {ending.label()}, owner.locale()),
                stage,
                owner.personId(),
                Map.of());
    }

    @Configuration(proxyBeanMethods = false)
    static class Definition {

        @Bean
        Task<Void> watchDaysOfContracts(ObjectProvider<ContractDays> days) {
            return Tasks.recurring("sales-watch-contracts", FixedDelay.of(Duration.ofMinutes(15)))
                    .execute((instance, context) -> days.getObject().run());
        }
    }
}
