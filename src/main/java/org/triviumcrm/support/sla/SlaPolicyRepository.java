package org.triviumcrm.support.sla;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface SlaPolicyRepository extends JpaRepository<SlaPolicy, Long> {

    List<SlaPolicy> findByOrderByPositionAscIdAsc();

    Optional<SlaPolicy> findByNameIgnoreCase(String name);

    boolean existsByCalendarId(long calendarId);
}
