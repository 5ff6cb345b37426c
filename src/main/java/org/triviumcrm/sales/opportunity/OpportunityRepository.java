package org.triviumcrm.sales.opportunity;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface OpportunityRepository extends JpaRepository<Opportunity, Long> {

    /** Undecided ones go along when their owner changes teams; decided ones stay where they were earned. */
    @Modifying
    @Query(value = """
                    update opportunity set team_id = :teamId, version = version + 1
                    where owner_id = :ownerId and state in ('OPEN', 'SUSPENDED', 'POOLED') and team_id is distinct from :teamId""", nativeQuery = true)
    int moveOpenOnes(long ownerId, @Nullable Long teamId);

    @Modifying
    @Query(value = """
                    update opportunity set last_activity_at = greatest(last_activity_at, :at)
                    where id = :id""", nativeQuery = true)
    int touch(long id, Instant at);

    /** Held until the transaction ends: who comes second finds what the first has made of it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Opportunity o where o.id = :id")
    Optional<Opportunity> findForChange(@Param("id") long id);

    /** The same for many, in the order of their keys, so that two of a kind do not wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Opportunity o where o.id in :ids order by o.id")
    List<Opportunity> findAllForChange(@Param("ids") Collection<Long> ids);
}
