package org.triviumcrm.sales.opportunity;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StageChangeRepository extends JpaRepository<StageChange, Long> {

    /** The stage from which an opportunity last came to this one. */
    @Query(value = """
                    select from_stage_id from stage_change
                    where opportunity_id = :opportunityId and to_stage_id = :stageId and from_stage_id is not null
                    order by at desc, id desc limit 1""", nativeQuery = true)
    Optional<Long> findLeft(long opportunityId, long stageId);
}
