INSERT INTO samples
SELECT id, firmware, ch.name, ch.unit, s.t, s.v, s.q
FROM (
  SELECT id, firmware, ch, unnest(ch.samples) AS s
  FROM (
    SELECT d.device.id AS id, d.device.firmware AS firmware, unnest(d.channels) AS ch
    FROM (
      SELECT from_json(doc, '{"device":{"id":"VARCHAR","firmware":"VARCHAR"},"channels":[{"name":"VARCHAR","unit":"VARCHAR","samples":[{"t":"DECIMAL(10,0)","v":"DOUBLE","q":"VARCHAR"}]}]}') AS d
      FROM nested)));
