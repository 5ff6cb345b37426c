package org.triviumcrm.sales.positioning;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface MarketOfferRepository extends JpaRepository<MarketOffer, Long> {

    List<MarketOffer> findByOrderByNameAscIdAsc();
}
