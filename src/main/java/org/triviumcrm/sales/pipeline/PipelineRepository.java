package org.triviumcrm.sales.pipeline;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PipelineRepository extends JpaRepository<Pipeline, Long> {

    List<Pipeline> findByOrderByPositionAscIdAsc();

    Optional<Pipeline> findByNameIgnoreCase(String name);
}
