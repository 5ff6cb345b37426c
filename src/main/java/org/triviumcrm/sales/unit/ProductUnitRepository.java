package org.triviumcrm.sales.unit;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ProductUnitRepository extends JpaRepository<ProductUnit, Long> {

    List<ProductUnit> findByOrderByNameAsc();

    Optional<ProductUnit> findByNameIgnoreCase(String name);
}
