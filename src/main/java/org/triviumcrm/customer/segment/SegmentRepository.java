package org.triviumcrm.customer.segment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface SegmentRepository extends JpaRepository<Segment, Long> {

    List<Segment> findByOrderByNameAscIdAsc();

    Optional<Segment> findByNameIgnoreCase(String name);
}
