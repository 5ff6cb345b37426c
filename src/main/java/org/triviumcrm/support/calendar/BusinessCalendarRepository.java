package org.triviumcrm.support.calendar;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface BusinessCalendarRepository extends JpaRepository<BusinessCalendar, Long> {

    List<BusinessCalendar> findByOrderByUsualDescNameAscIdAsc();

    Optional<BusinessCalendar> findByNameIgnoreCase(String name);

    Optional<BusinessCalendar> findByUsualTrue();
}
