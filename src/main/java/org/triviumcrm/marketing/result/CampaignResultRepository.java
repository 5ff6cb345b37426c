package org.triviumcrm.marketing.result;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CampaignResultRepository extends JpaRepository<CampaignResult, Long> {

    /** Nobody else changes it until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from CampaignResult r where r.id = :id")
    Optional<CampaignResult> findForChange(long id);

    Optional<CampaignResult> findByCampaignIdAndOnDate(long campaignId, LocalDate onDate);
}
