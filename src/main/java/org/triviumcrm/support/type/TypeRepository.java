package org.triviumcrm.support.type;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface TypeRepository extends JpaRepository<TicketType, Long> {

    List<TicketType> findByOrderByPositionAscIdAsc();

    Optional<TicketType> findByNameIgnoreCase(String name);

    @Query("select coalesce(max(t.position), 0) from TicketType t")
    int lastPosition();
}
