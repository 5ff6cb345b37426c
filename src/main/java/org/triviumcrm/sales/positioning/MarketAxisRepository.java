package org.triviumcrm.sales.positioning;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface MarketAxisRepository extends JpaRepository<MarketAxis, Long> {

    List<MarketAxis> findByOrderByIdAsc();

    Optional<MarketAxis> findByNameIgnoreCase(String name);
}
