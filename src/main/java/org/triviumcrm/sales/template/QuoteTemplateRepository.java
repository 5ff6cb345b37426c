package org.triviumcrm.sales.template;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface QuoteTemplateRepository extends JpaRepository<QuoteTemplate, Long> {

    List<QuoteTemplate> findByOrderByNameAsc();

    List<QuoteTemplate> findByActiveTrueOrderByNameAsc();

    Optional<QuoteTemplate> findByNameIgnoreCase(String name);
}
