package org.triviumcrm.sales.pipeline;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StageRepository extends JpaRepository<Stage, Long> {

    List<Stage> findByPipelineIdOrderByPositionAsc(long pipelineId);

    List<Stage> findByPipelineIdInOrderByPositionAsc(Collection<Long> pipelineIds);

    @Query(value = "select exists (select 1 from opportunity where stage_id = :id)", nativeQuery = true)
    boolean isUsed(long id);

    /** Whether an approval is open that is about an opportunity in the stage, or leads into it. */
    @Query(value = """
                    select exists (select 1 from approval_case c left join opportunity o on o.id = c.subject_id
                                   where c.subject_type = 'opportunity' and c.state in ('RUNNING', 'RETURNED')
                                     and (o.stage_id = :id or c.target = :id))""", nativeQuery = true)
    boolean isWaitedFor(long id);
}
