package org.triviumcrm.sales.signing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.ContractSigned;
import org.triviumcrm.sales.opportunity.OpportunityMoveService;
import org.triviumcrm.sales.opportunity.WinOpportunity;
import org.triviumcrm.sales.rate.CurrencyRateService;
import org.triviumcrm.sales.signing.WinRepository.PendingWin;
import org.triviumcrm.shared.money.Rounding;

/**
 * The opportunity of a contract that is signed is won, for what the contract comes to, in the name of who has noted the signature and
 * with no more rights than they have. Never round an approval: where winning needs one, that is asked for. In a transaction of its own,
 * so that what stands in the way of winning does not undo the signature; what was not settled when the application stopped is later.
 */
@Component
class WinsBySignature {

    private static final Logger LOG = LoggerFactory.getLogger(WinsBySignature.class);

    private final WinRepository wins;
    private final ContractSettingsRepository settings;
    private final OpportunityMoveService moves;
    private final ApprovalGate gate;
    private final CurrencyRateService rates;
    private final Viewers viewers;
    private final Notices notices;
    private final TransactionTemplate anew;

    WinsBySignature(
            WinRepository wins,
            ContractSettingsRepository settings,
            OpportunityMoveService moves,
            ApprovalGate gate,
            CurrencyRateService rates,
            Viewers viewers,
            Notices notices,
            PlatformTransactionManager transactions) {
        this.wins = wins;
        this.settings = settings;
        this.moves = moves;
        this.gate = gate;
        this.rates = rates;
        this.viewers = viewers;
        this.notices = notices;
        anew = new TransactionTemplate(transactions);
        anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void signed(ContractSigned event) {
        if (!event.amendment() && settings.find().wins() && wins.await(event.contractId())) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    win(event.contractId());
                }
            });
        }
    }

    /** Those that the application has not come to. */
    void settleLeft() {
        wins.left().forEach(this::win);
    }

    private void win(long contract) {
        try {
            anew.executeWithoutResult(status -> wins.pending(contract).ifPresent(pending -> {
                moves.win(
                        viewer(pending),
                        pending.opportunityId(),
                        new WinOpportunity(amount(pending), pending.signedOn(), pending.label()));
                wins.settle(contract, "WON");
            }));
        } catch (ApprovalNeeded needed) {
            ask(contract, needed);
        } catch (RuntimeException refused) {
            LOG.info("The opportunity of contract {} is not won by its signature: {}", contract, refused.toString());
            leave(contract);
        }
    }

    private void ask(long contract, ApprovalNeeded needed) {
        ApprovedAction action = needed.action();
        try {
            anew.executeWithoutResult(status -> wins.pending(contract).ifPresent(pending -> {
                if (action == null) {
                    throw needed;
                }
                gate.submit(viewer(pending), new Submission(needed.proposal(), action, pending.label(), Map.of()));
                wins.settle(contract, "ASKED");
                tell(pending, "sales.contract.notice.asked");
            }));
        } catch (RuntimeException refused) {
            LOG.info(
                    "No approval is asked for to win the opportunity of contract {}: {}", contract, refused.toString());
            leave(contract);
        }
    }

    private void leave(long contract) {
        anew.executeWithoutResult(status -> wins.pending(contract).ifPresent(pending -> {
            wins.settle(contract, "LEFT");
            tell(pending, "sales.contract.notice.left");
        }));
    }

    private void tell(PendingWin pending, String key) {
        List<Long> people = Stream.concat(
                        Optional.ofNullable(pending.signerId()).stream(), Stream.of(pending.ownerId()))
                .distinct()
                .toList();
        notices.tell(
                people,
                key,
                List.of(pending.label(), pending.opportunity()),
                "/sales/opportunities/" + pending.opportunityId());
    }

    /** Who has noted the signature; who is in charge of the contract when nobody has. */
    private Viewer viewer(PendingWin pending) {
        long person = pending.signerId() == null ? pending.ownerId() : pending.signerId();
        return viewers.find(person).orElseThrow(() -> new IllegalStateException("Nobody is there to win it"));
    }

    /** What the contract comes to without tax, in the currency of the opportunity. */
    private BigDecimal amount(PendingWin pending) {
        BigDecimal factor = rates.factor(
                        Viewer.job("sales.log.signing"),
                        pending.currency(),
                        pending.opportunityCurrency(),
                        pending.signedOn())
                .orElseThrow(() -> new IllegalStateException("There is no rate"));
        return Rounding.of(pending.opportunityCurrency()).round(pending.net().multiply(factor));
    }
}
