package org.triviumcrm.marketing.cost;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CampaignCostRepository extends JpaRepository<CampaignCost, Long> {

    /** Nobody else changes it until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CampaignCost c where c.id = :id")
    Optional<CampaignCost> findForChange(long id);
}
