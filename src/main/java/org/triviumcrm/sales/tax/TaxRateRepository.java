package org.triviumcrm.sales.tax;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface TaxRateRepository extends JpaRepository<TaxRate, Long> {

    List<TaxRate> findByOrderByNameAsc();

    Optional<TaxRate> findByNameIgnoreCase(String name);

    Optional<TaxRate> findByUsualTrue();
}
