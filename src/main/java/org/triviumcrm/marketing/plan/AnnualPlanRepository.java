package org.triviumcrm.marketing.plan;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface AnnualPlanRepository extends JpaRepository<AnnualPlan, Long> {

    /** Nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from AnnualPlan p where p.id = :id")
    Optional<AnnualPlan> findForChange(long id);
}
