package org.triviumcrm.sales.price;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PriceListRepository extends JpaRepository<PriceList, Long> {

    List<PriceList> findByOrderByPositionAscIdAsc();

    Optional<PriceList> findByNameIgnoreCase(String name);
}
