package org.triviumcrm.sales.price;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PriceRepository extends JpaRepository<Price, Long> {

    Optional<Price> findByPriceListIdAndProductIdAndMinQuantity(
            long priceListId, long productId, BigDecimal minQuantity);
}
