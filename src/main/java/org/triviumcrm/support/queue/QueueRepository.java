package org.triviumcrm.support.queue;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface QueueRepository extends JpaRepository<TicketQueue, Long> {

    List<TicketQueue> findByOrderByPositionAscIdAsc();

    Optional<TicketQueue> findByNameIgnoreCase(String name);

    Optional<TicketQueue> findFirstByActiveTrueOrderByPositionAscIdAsc();

    @Query("select coalesce(max(q.position), 0) from TicketQueue q")
    int lastPosition();
}
