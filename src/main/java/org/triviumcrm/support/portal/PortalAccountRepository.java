package org.triviumcrm.support.portal;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PortalAccountRepository extends JpaRepository<PortalAccount, Long> {

    /** Nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from PortalAccount a where a.id = :id")
    Optional<PortalAccount> findForChange(long id);

    /** Of several, the one that works or may work again. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select a from PortalAccount a where a.contactId = :contactId order by case when a.state = 'REVOKED' then 1 else 0 end, a.id desc limit 1")
    Optional<PortalAccount> findByContact(long contactId);

    boolean existsByContactIdAndState(long contactId, AccountState state);

    @Query("select a from PortalAccount a where a.email = :email and a.state <> 'REVOKED'")
    Optional<PortalAccount> findByAddress(String email);
}
