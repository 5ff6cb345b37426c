package org.triviumcrm.sales.territory;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface TerritoryRepository extends JpaRepository<Territory, Long> {

    Optional<Territory> findByNameIgnoreCase(String name);

    List<Territory> findByParentId(long parentId);
}
