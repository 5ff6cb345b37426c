package org.triviumcrm.sales.lostreason;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface LostReasonRepository extends JpaRepository<LostReason, Long> {

    List<LostReason> findByOrderByPositionAscIdAsc();

    Optional<LostReason> findByNameIgnoreCase(String name);
}
