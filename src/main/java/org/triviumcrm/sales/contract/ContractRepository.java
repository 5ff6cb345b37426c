package org.triviumcrm.sales.contract;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ContractRepository extends JpaRepository<Contract, Long> {

    /** Nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select q from Contract q where q.id = :id")
    Optional<Contract> findForChange(long id);

    /** The contract and its amendments before one, held likewise. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select q from Contract q where q.rootId = :rootId and q.revision < :revision order by q.revision")
    List<Contract> findEarlier(long rootId, int revision);

    /** Whether a paper of it is kept that has left once and was changed or withdrawn since. */
    @Query(
            value = "select exists (select 1 from contract_former_paper f where f.contract_id = :id)",
            nativeQuery = true)
    boolean hasLeft(long id);
}
