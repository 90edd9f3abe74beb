"""That silence alarms: signs of life, outages told, operators warned in time."""
