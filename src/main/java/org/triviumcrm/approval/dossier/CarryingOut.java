package org.triviumcrm.approval.dossier;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.shared.web.Refusal;

/**
 * Does what was approved. When that fails the whole transaction goes back, so that no event, no history and no message of it
 * is left (a savepoint would leave them); the reason is noted with the case, and the same decision, made once more by its
 * service or by the timer, then ends the case as failed.
 */
@Component
class CarryingOut {

    static final String UNEXPECTED = "approval.failure.unexpected";

    private static final Logger LOG = LoggerFactory.getLogger(CarryingOut.class);
    private static final int NUMBER_LENGTH = 8;

    private final CaseRepository cases;
    private final EntityManager entities;
    private final TransactionTemplate afterwards;

    CarryingOut(CaseRepository cases, EntityManager entities, PlatformTransactionManager transactions) {
        this.cases = cases;
        this.entities = entities;
        this.afterwards = new TransactionTemplate(transactions);
        this.afterwards.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @throws CarryOutFailed when it can't be done; the reason is noted as soon as the transaction has gone back */
    void carryOut(ApprovalCase approved, ApprovalSubject subject) {
        try {
            subject.carryOut(approved.ref(), approved.approvedAction());
            entities.flush();
            cases.checkConstraints();
        } catch (TransientDataAccessException | NonTransientDataAccessResourceException e) {
            throw e;
        } catch (RuntimeException e) {
            String reason = reason(approved, e);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    afterwards.executeWithoutResult(again -> cases.noteFailure(approved.id(), reason));
                }
            });
            throw new CarryOutFailed(reason, e);
        }
    }

    /** A message key, for what nobody foresaw with the number under which the log tells more. */
    private static String reason(ApprovalCase approved, RuntimeException e) {
        if (e instanceof Refusal refusal) {
            return refusal.key();
        }
        String number = UUID.randomUUID().toString().substring(0, NUMBER_LENGTH);
        LOG.error("Error {}: case {} can't be carried out", number, approved.id(), e);
        return UNEXPECTED + " " + number;
    }
}
